/** 1C as client: the 1C-Bitrix exchange protocol at /exchange/1c. */
@NullMarked
package ru.freesport.console.onec.exchange;

import org.jspecify.annotations.NullMarked;
