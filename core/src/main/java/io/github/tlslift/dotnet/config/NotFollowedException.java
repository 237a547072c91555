package io.github.tlslift.dotnet.config;

/** Something that is understood by .NET's tools and not by us; the message is the reason. */
final class NotFollowedException extends Exception {
  private static final long serialVersionUID = 1L;

  NotFollowedException(String reason) {
    super(reason);
  }
}
