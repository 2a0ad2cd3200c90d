package ru.freesport.console.onec.exchange;

import java.util.Map;

/** What 1C may exchange, {@code type=}, and how: a bean of this kind plugs itself into the door. */
interface ExchangeType {

    /** In the address. */
    String name();

    /** By their {@code mode=}, in the order a 1C programmer is told of them; checkauth is the same for every type. */
    Map<String, ExchangeMode> modes();
}
