package io.github.tlslift.dotnet.source;

import io.github.tlslift.model.Location;

/**
 * A place where a program starts to run.
 *
 * @param container the type or member
 */
public record EntryPoint(Kind kind, String container, Location location) {
  /** The kinds of start. */
  public enum Kind {
    MAIN,
    TOP_LEVEL,
    WINDOWS_SERVICE,
    HTTP_APPLICATION,
    OFFICE_ADDIN,
    COM_VISIBLE,
    AZURE_FUNCTION,
    SQL_CLR
  }
}
