package ru.freesport.console.onec;

import ru.freesport.console.onec.commerceml.CommerceMlRefused;

/**
 * Why a file of order documents was not taken, or not beyond some place.
 *
 * @param line from 1; 0 when the whole file is meant
 * @param detail for the one who repairs it
 */
public record OrderFileRefusal(String path, Reason reason, long line, String detail) {

    /** Each has its text for 1C under {@code onec.exchange.orders.*}. */
    public enum Reason {
        TOO_LARGE,
        TOO_MANY_DOCUMENTS,
        TOO_OLD,
        /** 1C's own mark that it could not make the document. */
        PLACEHOLDER,
        EMPTY,
        BROKEN,
        /** Entities, endless texts and the like. */
        UNSAFE,
        /** It holds no order documents. */
        OTHER_KIND
    }

    static OrderFileRefusal of(String path, CommerceMlRefused refused) {
        Reason reason = switch (refused.reason()) {
            case PLACEHOLDER -> Reason.PLACEHOLDER;
            case EMPTY -> Reason.EMPTY;
            case NOT_XML, BROKEN_XML, BAD_ENCODING -> Reason.BROKEN;
            case OTHER_KIND -> Reason.OTHER_KIND;
            case DTD_REFUSED, TOO_DEEP, TOO_MANY_ATTRIBUTES, TOO_MANY_NAMES, TEXT_TOO_LONG -> Reason.UNSAFE;
        };
        return new OrderFileRefusal(path, reason, refused.line(), refused.detail());
    }

    /** For the run's page and log. */
    String words() {
        return path + (line == 0 ? "" : ":" + line) + ": " + reason + ", " + detail;
    }
}
