package io.github.tlslift.mend;

import io.github.tlslift.edit.NotEditableException;
import io.github.tlslift.model.Cure;
import io.github.tlslift.model.Process;
import java.util.List;
import java.util.Map;

/** The kinds of edit by the ids of cures; a cure of two is both. */
public final class Mends {
  private static final Map<String, Mend> BY_ID =
      Map.of(
          "config-switch", new ConfigSwitchMend(),
          "httpruntime-target", new HttpRuntimeMend(),
          "pin-removal", new PinMend(PinMend.Kind.REMOVE),
          "pin-guarded-or", new PinMend(PinMend.Kind.WIDEN),
          "entry-point-line", new EntryPointMend(),
          "retarget", new RetargetMend());

  private Mends() {}

  /** Whether the cure is an edit of files that belong to the program. */
  public static boolean edits(Cure cure) {
    return cure.reach().compareTo(Cure.Reach.SHARED_CONFIG) < 0
        && parts(cure).stream().allMatch(BY_ID::containsKey);
  }

  /**
   * The edits of a cure.
   *
   * @throws NotEditableException where they cannot be made without risk, or there are none to make
   */
  public static void edit(Process process, Cure cure, Draft draft) throws NotEditableException {
    for (String part : parts(cure)) {
      Mend mend = BY_ID.get(part);
      if (mend == null) {
        throw new NotEditableException(cure.id() + " is not an edit of files");
      }
      mend.edit(process, cure, draft);
    }
    if (draft.isEmpty()) {
      throw new NotEditableException(cure.id() + " found nothing to edit");
    }
  }

  private static List<String> parts(Cure cure) {
    return List.of(cure.id().split("\\+"));
  }
}
