/** Dated profiles of well-known services: what each is said to accept, and by whom. */
@NullMarked
package io.github.tlslift.service;

import org.jspecify.annotations.NullMarked;
