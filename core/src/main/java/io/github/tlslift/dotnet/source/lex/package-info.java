/** One lexer per language; tokens joined give back the file. */
@NullMarked
package io.github.tlslift.dotnet.source.lex;

import org.jspecify.annotations.NullMarked;
