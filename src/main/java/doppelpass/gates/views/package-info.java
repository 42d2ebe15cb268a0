@NullMarked
package doppelpass.gates.views;

import org.jspecify.annotations.NullMarked;
