@NullMarked
package doppelpass.forecast.views;

import org.jspecify.annotations.NullMarked;
