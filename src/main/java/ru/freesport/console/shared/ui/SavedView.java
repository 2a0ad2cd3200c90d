package ru.freesport.console.shared.ui;

/** A state of a list under a name that somebody gave it. */
public record SavedView(String name, ViewState state) {}
