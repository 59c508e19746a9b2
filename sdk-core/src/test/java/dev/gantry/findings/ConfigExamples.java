package dev.gantry.findings;

import dev.gantry.App;
import dev.gantry.config.ConfigMap;
import dev.gantry.config.Secret;
import dev.gantry.config.SecretType;

/** What the rules for configuration are for. */
final class ConfigExamples {

    private ConfigExamples() {}

    @Example(
            value = "GTY-CFG-001",
            why = "A cluster rejects it. Large files belong into an image, a volume, or a store of objects.")
    static void tooLarge(App app) {
        app.stack("shop")
                .add(ConfigMap.of(
                        "web", c -> c.text("greeting.txt", "hello").text("words.txt", "gantry ".repeat(300_000))));
    }

    @Example(
            value = "GTY-CFG-002",
            why =
                    "The carriage return becomes part of what is read: a shell looks for the command `ls\\r`. Check files in with LF.")
    static void crlf(App app) {
        app.stack("shop").add(ConfigMap.of("web", c -> c.text("start.sh", "cd /srv\r\nls\r\n")));
    }

    @Example(
            value = "GTY-CFG-003",
            why =
                    "What lies in the output is in a repository soon. Keep values out of the program, and name the Secret that holds them.")
    static void secretLiteral(App app) {
        app.stack("shop").add(Secret.of("database", s -> s.text("password", "hunter2")));
    }

    @Example(value = "GTY-CFG-004", why = "A cluster rejects the ConfigMap.")
    static void keyTwice(App app) {
        app.stack("shop")
                .add(ConfigMap.of(
                        "web",
                        c -> c.text("logo", "(a picture)")
                                .rawTree(tree -> tree.putObject("binaryData").put("logo", "iVBORw0="))));
    }

    @Example(value = "GTY-CFG-005", why = "A cluster rejects it: keys are names of files, without a folder.")
    static void key(App app) {
        app.stack("shop")
                .add(ConfigMap.of(
                        "web", c -> c.rawTree(tree -> tree.putObject("data").put("conf/app.yaml", "port: 80"))));
    }

    @Example(value = "GTY-CFG-006", why = "A cluster rejects the object.")
    static void annotations(App app) {
        app.stack("shop").add(ConfigMap.of("web", c -> c.annotation("example.com/manual", "gantry ".repeat(40_000))));
    }

    @Example(value = "GTY-CFG-007", why = "A cluster rejects the Secret: what uses it counts on the keys of its type.")
    static void typeKeys(App app) {
        app.stack("shop").add(Secret.of("login", s -> s.type(SecretType.SSH_AUTH)));
    }
}
