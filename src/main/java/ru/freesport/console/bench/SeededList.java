package ru.freesport.console.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Callable;

/** A list of the console with very many rows in it, as its service and as plain SQL read it. */
interface SeededList {

    /** Where its page is. */
    String path();

    void seed(Connection database, int rows) throws SQLException;

    /** The first, a filtered and a scrolled page, in this order. */
    List<Page> pages(Connection database) throws SQLException;

    /** The first page of all rows. */
    Callable<Integer> firstOfAll();

    /** The page of all rows that begins with the row of this number, as whoever has scrolled there gets it. */
    Callable<Integer> pageAt(Connection database, int row) throws SQLException;

    /**
     * @param name as it is reported
     * @param query of the page's address, without the question mark
     * @param from the row the page begins with, for the browser's way
     * @param plain the same page in SQL
     * @param parameters of it
     * @param service returns how many rows it read
     */
    record Page(
            String name, String query, int from, String plain, List<Object> parameters, Callable<Integer> service) {}
}
