/** The client of 1C's HTTP service, as {@code src/docs/onec-http-api.yaml} describes it. */
@NullMarked
package ru.freesport.console.onec.http;

import org.jspecify.annotations.NullMarked;
