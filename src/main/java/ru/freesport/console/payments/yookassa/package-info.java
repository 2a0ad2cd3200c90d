/** YooKassa, as {@code src/docs/yookassa-api.yaml} describes the part of it that we use. */
@NullMarked
package ru.freesport.console.payments.yookassa;

import org.jspecify.annotations.NullMarked;
