package io.github.tlslift.windows;

/** What Schannel does with a protocol version in the client role (facts R15). */
public enum SchannelState {
  /** Offered on request and when Schannel chooses. */
  ENABLED,
  /** Offered only when the caller asks for it by name. */
  DISABLED_BY_DEFAULT,
  /** Never offered, though a registry value can bring it back. */
  DISABLED,
  /** This Windows does not have it. */
  UNSUPPORTED
}
