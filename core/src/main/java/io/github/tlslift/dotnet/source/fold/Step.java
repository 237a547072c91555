package io.github.tlslift.dotnet.source.fold;

/** A step of folding, told apart from others by identity: comparing expressions would be slow. */
record Step(Object what, Object in, int at) {
  @Override
  public boolean equals(Object other) {
    return other instanceof Step s && s.what == what && s.in == in && s.at == at;
  }

  @Override
  public int hashCode() {
    return (System.identityHashCode(what) * 31 + System.identityHashCode(in)) * 31 + at;
  }
}
