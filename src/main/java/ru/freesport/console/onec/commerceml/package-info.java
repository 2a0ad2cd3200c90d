/** Streaming readers of CommerceML, the XML that 1C sends: one record per element, the same memory for any file. */
@NullMarked
package ru.freesport.console.onec.commerceml;

import org.jspecify.annotations.NullMarked;
