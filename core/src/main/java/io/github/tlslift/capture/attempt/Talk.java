package io.github.tlslift.capture.attempt;

import java.util.List;
import java.util.Optional;

/**
 * What two sides said to each other.
 *
 * @param preamble what was spoken before TLS
 * @param hello empty where the client said none
 * @param answer empty where the server chose nothing
 * @param chain the server's certificates in DER, where they are in clear
 * @param plain how a side that should have spoken TLS began instead; empty where it did
 * @param plainBy which side that was
 * @param asksForHttps whether the server said in clear that it wants TLS
 */
public record Talk(
    Optional<Preamble> preamble,
    Optional<Hello> hello,
    Optional<Answer> answer,
    List<byte[]> chain,
    List<SentAlert> alerts,
    Optional<String> plain,
    Optional<Side> plainBy,
    boolean asksForHttps,
    Progress progress) {

  /** Copies the lists. */
  public Talk {
    chain = List.copyOf(chain);
    alerts = List.copyOf(alerts);
  }
}
