package ru.freesport.console.catalog;

/**
 * Something to filter by.
 *
 * @param depth how deep it lies in a tree; 0 at the top and in a flat list
 */
public record Choice(String id, String name, int depth) {}
