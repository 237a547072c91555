package io.github.tlslift.service;

import java.util.Locale;

/** A host name with {@code *} for any run of characters. */
record HostPattern(String text) {

  /** Whether a name is covered. Linear in both lengths, whatever the stars. */
  boolean matches(String host) {
    String name = host.toLowerCase(Locale.ROOT);
    int p = 0;
    int n = 0;
    int star = -1;
    int resume = 0;
    while (n < name.length()) {
      if (p < text.length() && text.charAt(p) == '*') {
        star = p++;
        resume = n;
      } else if (p < text.length() && text.charAt(p) == name.charAt(n)) {
        p++;
        n++;
      } else if (star >= 0) {
        p = star + 1;
        n = ++resume;
      } else {
        return false;
      }
    }
    while (p < text.length() && text.charAt(p) == '*') {
      p++;
    }
    return p == text.length();
  }

  /** How specific it is: the longer wins. */
  int length() {
    return text.length();
  }
}
