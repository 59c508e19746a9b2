package dev.gantry.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gantry.finding.FindingsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.StoredConfig;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders that are not published to, and Applications that do not read what is published. */
class PublishedPlaceTest {

    @TempDir
    private Path folder;

    private OwnSystem system;
    private Git clone;
    private Path copy;

    @BeforeEach
    void makeWorkingCopy() throws GitAPIException, IOException {
        system = OwnSystem.install();
        copy = folder.resolve("copy");
        clone = Git.init().setInitialBranch("main").setDirectory(copy.toFile()).call();
        StoredConfig config = clone.getRepository().getConfig();
        config.setString("user", null, "name", "Ada");
        config.setString("user", null, "email", "ada@example.com");
        config.save();
        write("tree/rendered/production/shop/26-configmap-web.yaml", "kind: ConfigMap\nmetadata:\n  name: web\n");
    }

    @AfterEach
    void close() {
        clone.close();
        system.restore();
    }

    private void write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Published publish(Path directory) {
        return Publication.publish(new PublishRequest(folder.resolve("tree"), directory, "com.acme.Shop", null, false));
    }

    @Test
    void should_refuse_the_folder_of_git_and_a_linked_working_tree() throws IOException {
        assertThatThrownBy(() -> publish(copy.resolve(".git")))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("which is Git's own folder.");
        assertThatThrownBy(() -> publish(copy.resolve(".git/refs")))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("which is Git's own folder.");
        write("linked/.git", "gitdir: " + copy.resolve(".git/worktrees/linked") + "\n");
        Path below = Files.createDirectories(folder.resolve("linked/deploy"));

        assertThatThrownBy(() -> publish(below))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("is in a working tree of git worktree");
    }

    private void writeApplication(String path, String revision) throws IOException {
        write("tree/argocd/production/74-application-shop.yaml", """
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

    @Test
    void should_refuse_to_publish_where_argo_cd_does_not_read() throws IOException {
        Path clusters = Files.createDirectories(copy.resolve("clusters"));
        writeApplication("rendered/production/shop", "main");
        assertThatThrownBy(() -> publish(clusters))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("Application argocd/shop reads rendered/production/shop, which is published at"
                        + " clusters/rendered/production/shop.")
                .hasMessageContaining("GTY-PUB-010");
        assertThat(clusters).isEmptyDirectory();

        writeApplication("clusters/rendered/production/shop", "main");
        assertThatThrownBy(() -> publish(copy))
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("reads clusters/rendered/production/shop, which is published at rendered/");
        assertThat(publish(clusters).findings()).isEmpty();
    }

    @Test
    void should_warn_of_an_application_that_reads_another_branch() throws IOException, GitAPIException {
        clone.commit().setMessage("first").call();
        clone.checkout().setCreateBranch(true).setName("test").call();
        writeApplication("rendered/production/shop", "main");

        Published published = publish(copy);

        assertThat(published.commit()).isNotNull();
        assertThat(published.findings()).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GTY-PUB-011");
            assertThat(finding.message())
                    .isEqualTo("Application argocd/shop reads the branch main, and test is published to.");
        });
        for (String revision : List.of("test", "HEAD", "v1.0.0")) {
            writeApplication("rendered/production/shop", revision);
            assertThat(publish(copy).findings()).isEmpty();
        }
    }
}
