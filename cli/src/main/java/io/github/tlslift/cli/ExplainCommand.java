package io.github.tlslift.cli;

import io.github.tlslift.report.PageText;
import io.github.tlslift.report.Pages;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tlslift explain}: a rule, cause, cure, claim or resolver rule in full. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description =
        "Prints the page of a rule, cause, cure, claim or resolver rule; without ID, all.",
    footer = {"", "Examples:", "  tlslift explain pinned-legacy-protocol", "  tlslift explain R6"})
final class ExplainCommand implements Callable<Integer> {
  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "ID", arity = "0..1", description = "what to explain")
  Optional<String> id = Optional.empty();

  @Mixin LayoutOptions layout = new LayoutOptions();

  @Override
  public Integer call() {
    Pages pages = Pages.own();
    PageText text = new PageText(layout.style(false));
    String said = id.map(i -> text.page(page(i, pages))).orElseGet(() -> text.list(pages.all()));
    Output.write(said, Optional.empty(), spec.commandLine().getOut());
    return ExitCodes.CLEAN;
  }

  private static Pages.Page page(String id, Pages pages) {
    return pages.find(id).orElseThrow(() -> unknown(id, pages));
  }

  private static WrongUse unknown(String id, Pages pages) {
    List<String> near = Near.to(id, pages.all().stream().map(Pages.Page::id).toList());
    String next =
        near.isEmpty() ? "; tlslift explain lists all" : "; near it are " + String.join(", ", near);
    return new WrongUse("there is no page '" + id + "'" + next);
  }
}
