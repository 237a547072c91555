package io.github.tlslift.walk;

/** How far the walk goes; what lies beyond is a gap in the coverage, never passed over silently. */
final class Limits {
  /** In bytes: no hand-written source, project or config file comes near. */
  static final int FILE = 32 << 20;

  /** In bytes, of a compiled program: one that carries .NET with it is that large. */
  static final int ASSEMBLY = 128 << 20;

  /** Folders inside folders. */
  static final int DEPTH = 96;

  /** In bytes, of everything taken out of one archive. */
  static final long ARCHIVE = 256L << 20;

  /** Entries of one archive. */
  static final int ARCHIVE_ENTRIES = 200_000;

  /** How many times its packed size an archive entry may have. */
  static final int RATIO = 200;

  private Limits() {}
}
