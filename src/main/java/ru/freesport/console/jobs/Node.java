package ru.freesport.console.jobs;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;

/** This process among all that work on the database; never the same twice, so a restarted node is another one. */
record Node(String name) {

    static Node of(JobsSettings settings) {
        String given = settings.node();
        String base = given == null || given.isBlank() ? host() : given;
        String tail = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        return new Node(base + "/" + ProcessHandle.current().pid() + "/" + tail);
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "localhost";
        }
    }
}
