/** Doppelpass: marketing, sales and service on the same data, with their agreements running as code. */
@NullMarked
package doppelpass;

import org.jspecify.annotations.NullMarked;
