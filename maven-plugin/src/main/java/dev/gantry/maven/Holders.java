package dev.gantry.maven;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** How a process is called that holds the lock of a stack, for the one who finds it. */
final class Holders {

    private Holders() {}

    /** Such as {@code ada@build-7/4711}. */
    static String current() {
        return System.getProperty("user.name", "someone") + "@" + host() + "/"
                + ProcessHandle.current().pid();
    }

    private static String host() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            return "somewhere";
        }
    }
}
