package dev.gantry.publish;

import dev.gantry.finding.Finding;
import dev.gantry.finding.FindingsException;
import dev.gantry.findings.Scene;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.StoredConfig;

/** A working copy, and a tree of one manifest to publish. */
public final class ExampleClone implements Scene {

    private static final String MANIFEST = "rendered/production/shop/26-configmap-web.yaml";

    private final Path folder;
    private final Git git;
    private final List<Finding> findings = new ArrayList<>();

    /** A working copy that can be published to. */
    public ExampleClone(Path folder) throws IOException, GitAPIException {
        this.folder = folder;
        this.git = Git.init()
                .setInitialBranch("main")
                .setDirectory(folder.resolve("deploy").toFile())
                .call();
        configure("user", "name", "Ada");
        configure("user", "email", "ada@example.com");
        write(folder.resolve("tree").resolve(MANIFEST), "apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: web\n");
    }

    /** Writes a file of the working copy. */
    void file(String path, String content) {
        write(folder.resolve("deploy").resolve(path), content);
    }

    /** Lets an Application of the tree read the shop. */
    void isReadAt(String path, String revision) {
        write(folder.resolve("tree/argocd/production/74-application-shop.yaml"), """
                kind: Application
                metadata:
                  name: shop
                  namespace: argocd
                spec:
                  source:
                    path: %s
                    targetRevision: %s
                """.formatted(path, revision));
    }

    /** Makes a branch that is not the one that is checked out. */
    void branches(String name) throws GitAPIException {
        git.branchCreate().setName(name).call();
    }

    /** Commits all files, as somebody does by hand. */
    void commits() throws GitAPIException {
        git.add().addFilepattern(".").call();
        git.commit().setMessage("by hand").call();
    }

    /** Checks out the commit itself, and no branch. */
    void leavesItsBranch() throws GitAPIException, IOException {
        git.checkout().setName(git.getRepository().resolve("HEAD").getName()).call();
    }

    /** Sets what Git's configuration says. */
    void configure(String section, String name, String value) throws IOException {
        StoredConfig config = git.getRepository().getConfig();
        config.setString(section, null, name, value);
        config.save();
    }

    /** Publishes to a folder. */
    void publishesTo(String directory) {
        try {
            Published published = Publication.publish(new PublishRequest(
                    folder.resolve("tree"), folder.resolve(directory), "com.acme.Shop", null, false));
            findings.addAll(published.findings());
            if (published.commit() == null) {
                throw new AssertionError("nothing to publish");
            }
        } catch (FindingsException e) {
            findings.addAll(e.findings());
        }
    }

    /** Pushes. */
    void pushes() {
        try {
            throw new AssertionError(Push.to(new PushRequest(folder.resolve("deploy"), host -> null, host -> null)));
        } catch (FindingsException e) {
            findings.addAll(e.findings());
        }
    }

    @Override
    public List<Finding> findings() {
        return List.copyOf(findings);
    }

    @Override
    public void close() {
        git.close();
    }

    private static void write(Path file, String content) {
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
