package io.github.tlslift.mend;

import io.github.tlslift.edit.Edit;
import io.github.tlslift.edit.NotEditableException;
import io.github.tlslift.io.SourceText;
import io.github.tlslift.model.ApiUse;
import io.github.tlslift.xml.XmlElement;
import java.util.Optional;

/** {@code sslProtocols} of a binding in a config file. */
final class BindingMend {
  private BindingMend() {}

  static void edit(ApiUse pin, PinMend.Kind kind, Draft draft) throws NotEditableException {
    String path = pin.location().file();
    SourceText text = draft.text(path);
    XmlFile file = XmlFile.read(text);
    Optional<XmlElement.Attribute> attribute =
        file.root()
            .tree()
            .flatMap(e -> e.attributes().stream())
            .filter(a -> a.location().offset() == pin.location().offset())
            .findFirst();
    if (attribute.isEmpty()) {
      throw new NotEditableException(pin.location() + " is not one attribute; edit it by hand");
    }
    draft.edit(
        path,
        kind == PinMend.Kind.REMOVE
            ? removed(attribute.get(), text.text())
            : file.value(attribute.get(), file.raw(attribute.get()) + ", Tls12"));
  }

  // With the space before it, and its quotes.
  private static Edit removed(XmlElement.Attribute attribute, String text) {
    int name = text.lastIndexOf(attribute.name(), attribute.location().offset());
    int start = name;
    while (Character.isWhitespace(text.charAt(start - 1))) {
      start--;
    }
    return Edit.delete(start, attribute.location().offset() + attribute.location().length() + 1);
  }
}
