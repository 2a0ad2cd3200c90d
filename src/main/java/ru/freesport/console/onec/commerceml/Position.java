package ru.freesport.console.onec.commerceml;

/**
 * Where a record stands in its file.
 *
 * @param line from 1
 * @param startChar where its element begins, in decoded characters after the byte order mark
 * @param endChar where its element ends; a group and a property that have children end where those begin
 */
public record Position(long line, long startChar, long endChar) {}
