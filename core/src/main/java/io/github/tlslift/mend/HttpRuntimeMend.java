package io.github.tlslift.mend;

import io.github.tlslift.edit.NotEditableException;
import io.github.tlslift.model.ConfigFile;
import io.github.tlslift.model.Cure;
import io.github.tlslift.model.Process;
import io.github.tlslift.xml.XmlElement;
import java.util.Optional;

/** Sets {@code httpRuntime/@targetFramework}, the target that ASP.NET gives its AppDomain. */
final class HttpRuntimeMend implements Mend {
  private static final String ATTRIBUTE = "targetFramework";

  @Override
  public void edit(Process process, Cure cure, Draft draft) throws NotEditableException {
    String version = RetargetMend.version(cure);
    String path =
        process
            .config()
            .map(ConfigFile::file)
            .flatMap(draft::find)
            .orElseThrow(
                () -> new NotEditableException("there is no web.config for " + process.name()));
    XmlFile file = XmlFile.read(draft.text(path));
    Optional<XmlElement> runtime = file.find("system.web", "httpRuntime");
    Optional<XmlElement> web = file.find("system.web");
    String element = "<httpRuntime " + ATTRIBUTE + "=\"" + version + "\" />";
    if (runtime.isPresent()) {
      Optional<XmlElement.Attribute> target = runtime.get().attribute(ATTRIBUTE);
      draft.edit(
          path,
          target.isPresent()
              ? file.value(target.get(), version)
              : file.attribute(runtime.get(), ATTRIBUTE, version));
    } else if (web.isPresent()) {
      draft.edit(path, file.lastChild(web.get(), element));
    } else {
      draft.edit(
          path, file.lastChild(file.root(), "<system.web>", "\t" + element, "</system.web>"));
    }
  }
}
