package ru.freesport.console.orders.statuses;

import ru.freesport.console.shared.Actor;

/** A person said whom documents with this number and id are about. Published inside the transaction of the decision. */
public record IdentityDecided(String number, String onecKey, Actor actor) {}
