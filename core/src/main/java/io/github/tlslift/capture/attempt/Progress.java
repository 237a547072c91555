package io.github.tlslift.capture.attempt;

import java.util.Optional;

/**
 * How far a handshake came.
 *
 * @param certificateRequested whether the server asked for one
 * @param clientCertificates how many the client sent; -1 where it sent no such message
 * @param keysSent whether the client went on after the server's certificate
 * @param complete whether both sides have come to encrypted data
 * @param serverSpoke whether the server sent any byte
 * @param alertSized which side sent an encrypted record as short as an alert, once that is the only
 *     sign (TLS 1.3)
 */
public record Progress(
    boolean certificateRequested,
    int clientCertificates,
    boolean keysSent,
    boolean complete,
    boolean serverSpoke,
    Optional<Side> alertSized) {}
