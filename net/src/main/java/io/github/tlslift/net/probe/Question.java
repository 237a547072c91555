package io.github.tlslift.net.probe;

import io.github.tlslift.tls.Sslv2ClientHello;

/**
 * What is sent on one connection.
 *
 * @param hello the record with the hello
 * @param wholeFlight whether to wait for what follows the ServerHello in clear
 */
record Question(byte[] hello, StartTls startTls, boolean wholeFlight) {

  /** Copies the bytes. */
  Question {
    hello = hello.clone();
  }

  @Override
  public byte[] hello() {
    return hello.clone();
  }

  boolean isSsl2() {
    return Sslv2ClientHello.starts(hello);
  }
}
