package io.github.tlslift.resolve;

import io.github.tlslift.model.Api;
import io.github.tlslift.model.Confidence;
import io.github.tlslift.model.Offer;
import io.github.tlslift.model.Offer.Outcome;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** R17: .NET Core and .NET 5+ read no registry value and no target; Windows chooses. */
final class DotNetCore {
  private static final Set<Api> FOLLOW_STATIC =
      EnumSet.of(Api.SMTP_CLIENT, Api.HTTP_WEB_REQUEST, Api.WEB_CLIENT, Api.FTP_WEB_REQUEST);

  private DotNetCore() {}

  static Offer offer(Situation s, Trail trail) {
    trail.add(
        "R17",
        "the program runs on .NET (Core), which reads no registry value and no target framework",
        s.targetAt(),
        "");
    CodeWrites.Result code = CodeWrites.apply(0, s, trail);
    if (code.rejected()) {
      return Resolver.ended(Outcome.THROWS, code.mask(), "NotSupportedException", trail);
    }
    String refused =
        s.api() == Api.HTTP_CLIENT && s.argument().isPresent()
            ? HandlerProtocols.refusal(s.argument().getAsInt(), s)
            : "";
    if (!refused.isEmpty()) {
      return Resolver.ended(Outcome.THROWS, s.argument().getAsInt(), refused, trail);
    }
    return Hello.of(mask(s, code.mask(), trail), true, s, trail);
  }

  private static int mask(Situation s, int process, Trail trail) {
    if (s.argument().isPresent()) {
      return ApiMask.argument(s, trail).mask();
    }
    if (FOLLOW_STATIC.contains(s.api())) {
      boolean sure = s.api() == Api.SMTP_CLIENT || s.code().isEmpty();
      trail.add(
          "R17",
          s.api().id() + " still follows ServicePointManager.SecurityProtocol",
          Optional.empty(),
          "",
          sure ? Confidence.HIGH : Confidence.MEDIUM);
      return process;
    }
    if (!s.code().isEmpty()) {
      trail.note("R17", s.api().id() + " does not follow ServicePointManager.SecurityProtocol");
    }
    return 0;
  }
}
