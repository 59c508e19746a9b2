package dev.gantry.maven;

import dev.gantry.finding.FindingsException;
import dev.gantry.lock.LockFile;
import dev.gantry.remote.RemoteAccount;
import dev.gantry.remote.RemoteFetcher;
import dev.gantry.remote.RemoteHttp;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.settings.Server;
import org.apache.maven.settings.crypto.DefaultSettingsDecryptionRequest;
import org.apache.maven.settings.crypto.SettingsDecrypter;

/** Runs a program with a tool that gets what it names, and writes the lock file. */
final class Locking {

    private final Request request;
    private final MavenSession session;
    private final SettingsDecrypter decrypter;
    private final Log log;

    Locking(Request request, MavenSession session, SettingsDecrypter decrypter, Log log) {
        this.request = request;
        this.session = session;
        this.decrypter = decrypter;
        this.log = log;
    }

    void run(boolean update, String pluginVersion) throws MojoFailureException, MojoExecutionException {
        Path module = request.module().directory();
        LockFile before;
        try {
            before = LockFile.read(module);
        } catch (FindingsException e) {
            new Reports(request, log).log(e.findings());
            throw new MojoFailureException("The lock file cannot be read; see above");
        }
        MavenProxies proxies = MavenProxies.of(session.getSettings(), decrypter);
        RemoteHttp http = new RemoteHttp(proxies, proxies.account(), this::account);
        boolean offline = session.getSettings().isOffline() || session.isOffline();
        LockTool tool = new LockTool(new RemoteFetcher(http, module), module, before, update, offline);
        ProgramRun run = new ProgramRun(request, pluginVersion, log, tool);
        MojoFailureException failure = null;
        try {
            if (!run.run()) {
                return;
            }
        } catch (MojoFailureException e) {
            failure = e;
        }
        // A program that failed, or of which not all was run, may need more than it has asked for.
        boolean whole = failure == null && request.environments().isEmpty();
        write(tool, before, whole);
        if (failure != null) {
            throw failure;
        }
    }

    private void write(LockTool tool, LockFile before, boolean whole) throws MojoExecutionException {
        LockFile after = tool.locked(whole);
        Path file = request.module().directory().resolve(LockFile.PATH);
        try {
            if (after.entries().isEmpty() && !Files.exists(file)) {
                log.info("The program takes nothing from other places.");
                return;
            }
            if (!after.equals(before)) {
                Files.createDirectories(LockFile.folder(request.module().directory()));
                Files.writeString(file, after.text());
            }
            List<String> changes = LockChanges.between(before, after);
            changes.forEach(log::info);
            LockChanges.deleteCopies(request.module().directory(), before, after);
            log.info(after.entries().size() + (after.entries().size() == 1 ? " source is" : " sources are")
                    + " locked in " + LockFile.PATH + (changes.isEmpty() ? ", as before." : "."));
        } catch (IOException e) {
            throw new MojoExecutionException("The lock file cannot be written: " + e.getMessage(), e);
        }
    }

    /** The account of the server whose id is the host. */
    private Optional<RemoteAccount> account(String host) {
        Server server = session.getSettings().getServer(host);
        if (server == null) {
            return Optional.empty();
        }
        Server plain =
                decrypter.decrypt(new DefaultSettingsDecryptionRequest(server)).getServer();
        return plain.getUsername() == null || plain.getPassword() == null
                ? Optional.empty()
                : Optional.of(new RemoteAccount(plain.getUsername(), plain.getPassword()));
    }
}
