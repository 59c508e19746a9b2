package dev.gantry.maven;

import dev.gantry.engine.kubeconfig.ProxyServer;
import dev.gantry.finding.Finding;
import dev.gantry.publish.Publication;
import dev.gantry.publish.PublishRequest;
import dev.gantry.publish.Published;
import dev.gantry.publish.Push;
import dev.gantry.publish.PushRequest;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.Settings;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;
import org.jspecify.annotations.Nullable;

/** Publishes, and tells what came of it. Apart from the goal, since Maven loads what is in the signatures of goals. */
final class GitPublication {

    private static final int SHORT = 10;

    private final Path tree;
    private final @Nullable Path directory;
    private final Log log;

    GitPublication(Path tree, @Nullable Path directory, Log log) {
        this.tree = tree;
        this.directory = directory;
        this.log = log;
    }

    /** Publishes, and answers the warnings. */
    List<Finding> publish(String program, @Nullable String commit, boolean dryRun) {
        Published published = Publication.publish(new PublishRequest(tree, directory, program, commit, dryRun));
        String where = published.workingCopy() + ", branch " + published.branch();
        if (published.isUnchanged()) {
            log.info("Nothing has changed in " + where + ": no commit.");
            return published.findings();
        }
        published.message().lines().forEach(log::info);
        String name = published.commit();
        log.info(
                name == null
                        ? "Would be committed to " + where + "."
                        : "Committed to " + where + " as " + name.substring(0, SHORT) + ".");
        return published.findings();
    }

    void push(Settings settings, SettingsDecrypter decrypter, @Nullable String id) {
        Path copy = Objects.requireNonNull(directory, "publishing comes first");
        ProxyServer proxy = MavenProxy.of(settings, decrypter);
        log.info("Pushed "
                + Push.to(new PushRequest(
                        copy,
                        host -> login(settings, decrypter, id == null ? host : id),
                        host -> proxy == null || proxy.excepts(host)
                                ? null
                                : new PushRequest.ProxyAddress(proxy.host(), proxy.port())))
                + ".");
    }

    private static PushRequest.@Nullable Login login(Settings settings, SettingsDecrypter decrypter, String id) {
        Server server = settings.getServer(id);
        if (server == null) {
            return null;
        }
        Server plain =
                decrypter.decrypt(new DefaultSettingsDecryptionRequest(server)).getServer();
        return plain.getUsername() == null || plain.getPassword() == null
                ? null
                : new PushRequest.Login(plain.getUsername(), plain.getPassword());
    }
}
