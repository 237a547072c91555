package io.github.tlslift.mend;

import io.github.tlslift.edit.NotEditableException;
import io.github.tlslift.io.TreePath;
import io.github.tlslift.xml.XmlElement;
import java.util.Optional;

/** Names files in projects of the old style; those of the SDK style take in what is there. */
final class ProjectItems {
  private ProjectItems() {}

  /** Makes the project copy a new config file to {@code NAME.exe.config}. */
  static void nameConfig(String project, String config, Draft draft) throws NotEditableException {
    XmlFile file = XmlFile.read(draft.text(project));
    if (isSdk(file.root())) {
      return;
    }
    String item = "<None Include=\"" + TreePath.name(config) + "\" />";
    Optional<XmlElement> beside =
        file.root()
            .all("ItemGroup")
            .filter(g -> g.attribute("Condition").isEmpty())
            .filter(g -> g.first("None").isPresent())
            .findFirst();
    draft.edit(
        project,
        beside.isPresent()
            ? file.lastChild(beside.get(), item)
            : file.lastChild(file.root(), "<ItemGroup>", "\t" + item, "</ItemGroup>"));
  }

  private static boolean isSdk(XmlElement root) {
    return root.attribute("Sdk").isPresent()
        || root.first("Sdk").isPresent()
        || root.all("Import").anyMatch(i -> i.attribute("Sdk").isPresent());
  }
}
