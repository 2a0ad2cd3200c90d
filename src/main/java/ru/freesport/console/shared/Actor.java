package ru.freesport.console.shared;

/** Who did something: a person at the console, a 1C account, a storefront's key, a command line or the system itself. */
public record Actor(Kind kind, String name) {

    public enum Kind {
        PERSON,
        EXCHANGE,
        STOREFRONT,
        COMMAND_LINE,
        SYSTEM
    }

    public static Actor person(String userName) {
        return new Actor(Kind.PERSON, userName);
    }

    public static Actor exchange(String accountName) {
        return new Actor(Kind.EXCHANGE, accountName);
    }

    public static Actor storefront(String keyName) {
        return new Actor(Kind.STOREFRONT, keyName);
    }

    /** The operating system's user who typed the command. */
    public static Actor commandLine() {
        return new Actor(Kind.COMMAND_LINE, System.getProperty("user.name", "unknown"));
    }

    public static Actor system() {
        return new Actor(Kind.SYSTEM, "console");
    }
}
