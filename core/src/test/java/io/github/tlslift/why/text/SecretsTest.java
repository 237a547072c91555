package io.github.tlslift.why.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody should read in a report. */
final class SecretsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization: Bearer s3cr3tvalue",
        "Authorization: Basic czNjcjN0OnMzY3IzdHZhbHVl s3cr3tvalue",
        "Cookie: a=1; session=s3cr3tvalue",
        "Server=x;User Id=app;Password=s3cr3tvalue;",
        "{\"access_token\":\"s3cr3tvalue\"}",
        "client_secret=s3cr3tvalue&grant_type=client_credentials",
        "https://user:s3cr3tvalue@host/path",
        "https://x.blob.core.windows.net/c?sv=1&sig=s3cr3tvalue",
        "jwt eyJhbGciOiJIUzI1NiJ9.s3cr3tvalue.abc",
        "AccountKey=s3cr3tvalue",
        "key AAs3cr3tvalueAAAABBBBCCCCDDDDEEEEFFFF0123456789 end"
      })
  void areHidden(String text) {
    assertThat(Secrets.hidden(text)).doesNotContain("s3cr3tvalue").contains("***");
  }

  @Test
  void ordinaryTextStays() {
    String text = "System.Net.WebException: error code: 10054, PublicKeyToken=b77a5c561934e089";
    assertThat(Secrets.hidden(text)).isEqualTo(text);
  }
}
