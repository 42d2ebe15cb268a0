@NullMarked
package doppelpass.pricing.views;

import org.jspecify.annotations.NullMarked;
