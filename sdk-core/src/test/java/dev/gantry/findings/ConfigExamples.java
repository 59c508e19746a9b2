package dev.gantry.findings;

import dev.gantry.App;
import dev.gantry.Image;
import dev.gantry.Stack;
import dev.gantry.cluster.Namespace;
import dev.gantry.config.ConfigMap;
import dev.gantry.config.Secret;
import dev.gantry.config.SecretType;
import dev.gantry.workload.Deployment;
import java.nio.file.Path;

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

    @Example(value = "GTY-CFG-008", why = "The pod does not start: it waits for the key for ever.")
    static void noKey(App app) {
        ConfigMap settings = ConfigMap.of("web", c -> c.text("LOG_LEVEL", "info"));
        Stack stack = app.stack("shop");
        stack.add(settings);
        stack.add(Deployment.of(
                "web",
                d -> d.selector("app", "web")
                        .container("web", Image.of("nginx:1.27"), c -> c.env("LOG_LEVEL", settings.key("LOGLEVEL")))));
    }

    @Example(
            value = "GTY-CFG-009",
            why = "What goes into a namespace that does not exist is rejected; into one of somebody else, it is lost.")
    static void namespace(App app) {
        Stack shop = app.stack("shop");
        shop.add(Namespace.of("payments", n -> {}));
        shop.add(ConfigMap.of("web", c -> c.namespace("paymnets").text("LOG_LEVEL", "info")));
    }

    @Example(
            value = "GTY-CFG-010",
            why =
                    "The values of these files enter no output. Kustomize reads them when it builds an overlay; whoever applies the"
                            + " manifests or a chart instead has to bring the Secret along.")
    static void fromFiles(App app) {
        app.stack("shop").add(Secret.fromFiles("keys", Path.of("secrets/jwt.key")));
    }
}
