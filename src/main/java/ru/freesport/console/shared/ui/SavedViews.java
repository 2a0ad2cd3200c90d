package ru.freesport.console.shared.ui;

import java.util.List;

/** Where each person's saved views of the lists are kept; nobody sees anybody else's. */
public interface SavedViews {

    /** Longest name, in characters. */
    int LONGEST_NAME = 60;

    /** Most views one person keeps of one list. */
    int MOST = 30;

    /** In the order of their names. */
    List<SavedView> of(String list);

    /**
     * Takes the place of one that has the same name.
     *
     * @param name without space around it, up to {@link #LONGEST_NAME} long
     * @return false when there are {@link #MOST} already, or the name does not do
     */
    boolean save(String list, String name, ViewState state);

    void forget(String list, String name);
}
