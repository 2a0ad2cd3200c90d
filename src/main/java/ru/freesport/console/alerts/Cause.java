package ru.freesport.console.alerts;

import org.jspecify.annotations.Nullable;

/**
 * Something wrong, as a rule saw it.
 *
 * @param subject what is wrong; the same again is the same alert
 * @param occurrence names this one time, so that whoever sees it again, here or on another node, counts it once
 * @param detail for a person, without secrets
 * @param link the page where it can be seen and put right
 * @param call the call in the journal that showed it
 */
record Cause(
        AlertRule rule,
        String subject,
        String occurrence,
        @Nullable String detail,
        String link,
        @Nullable Long call) {}
