/** What the pages of the audit show. */
@NullMarked
package doppelpass.audit.views;

import org.jspecify.annotations.NullMarked;
