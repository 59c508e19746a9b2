package dev.gantry.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.gantry.finding.FindingsException;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import org.assertj.core.api.AbstractThrowableAssert;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.transport.URIish;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** With a repository on disk, its bare original, and nothing of the machine's own configuration. */
class PublicationTest {

    private static final String WEB = "rendered/production/shop/42-deployment-web.yaml";
    private static final String SECRET = "rendered/production/shop/28-secret-web.yaml";

    @TempDir
    private Path folder;

    private OwnSystem system;
    private Git bare;
    private Git clone;
    private Path copy;
    private Path tree;

    @BeforeEach
    void cloneRepository() throws GitAPIException, IOException, URISyntaxException {
        system = OwnSystem.install();
        bare = Git.init()
                .setBare(true)
                .setInitialBranch("main")
                .setDirectory(folder.resolve("bare.git").toFile())
                .call();
        copy = folder.resolve("copy");
        clone = Git.init().setInitialBranch("main").setDirectory(copy.toFile()).call();
        clone.remoteAdd()
                .setName("origin")
                .setUri(new URIish(folder.resolve("bare.git").toUri().toString()))
                .call();
        StoredConfig config = clone.getRepository().getConfig();
        config.setString("user", null, "name", "Ada");
        config.setString("user", null, "email", "ada@example.com");
        config.save();
        tree = folder.resolve("tree");
        write(WEB, manifest("Deployment", "web", "spec:\n  replicas: 2\n"));
        write(SECRET, manifest("Secret", "web", "stringData:\n  password: first\n"));
    }

    @AfterEach
    void close() {
        clone.close();
        bare.close();
        system.restore();
    }

    private static String manifest(String kind, String name, String rest) {
        return "apiVersion: v1\nkind: " + kind + "\nmetadata:\n  name: " + name + "\n  namespace: shop\n" + rest;
    }

    private void write(String path, String text) throws IOException {
        write(tree, path, text);
    }

    private static void write(Path root, String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private Published publish() {
        return publish(copy, false);
    }

    private Published publish(Path directory, boolean dryRun) {
        return Publication.publish(new PublishRequest(tree, directory, "com.acme.Shop", "1f0c2e", dryRun));
    }

    private AbstractThrowableAssert<?, ?> refusal() {
        return assertThatThrownBy(this::publish).isInstanceOf(FindingsException.class);
    }

    private List<RevCommit> commits(Git git) throws GitAPIException, IOException {
        return git.getRepository().resolve(Constants.HEAD) == null
                ? List.of()
                : StreamSupport.stream(git.log().call().spliterator(), false).toList();
    }

    @Test
    void should_commit_a_tree_with_a_readable_message() throws GitAPIException, IOException {
        Published published = publish();

        assertThat(published.branch()).isEqualTo("main");
        assertThat(copy.resolve(WEB)).hasSameBinaryContentAs(tree.resolve(WEB));
        assertThat(clone.status().call().isClean()).isTrue();
        RevCommit commit = commits(clone).get(0);
        assertThat(commit.getName()).isEqualTo(published.commit());
        assertThat(commit.getAuthorIdent().getName()).isEqualTo("Ada");
        assertThat(commit.getFullMessage()).isEqualTo(published.message()).isEqualTo("""
                Shop: 2 added in 1 folder

                rendered/production/shop
                  + Secret shop/web
                  + Deployment shop/web

                Program: com.acme.Shop
                Program-Commit: 1f0c2e
                """);
        assertThat(commits(bare)).isEmpty();
    }

    @Test
    void should_commit_nothing_where_nothing_has_changed() throws GitAPIException, IOException {
        publish();
        Published second = publish();

        assertThat(second.isUnchanged()).isTrue();
        assertThat(second.commit()).isNull();
        assertThat(commits(clone)).hasSize(1);
        assertThat(clone.status().call().isClean()).isTrue();
    }

    @Test
    void should_commit_nothing_where_git_has_changed_the_ends_of_lines() throws IOException, GitAPIException {
        publish();
        StoredConfig config = clone.getRepository().getConfig();
        config.setString("core", null, "autocrlf", "true");
        config.save();
        Files.delete(copy.resolve(WEB));
        clone.checkout().addPath(WEB).call();
        assertThat(copy.resolve(WEB)).content().contains("\r\n");

        assertThat(publish().commit()).isNull();
        assertThat(commits(clone)).hasSize(1);
    }

    @Test
    void should_say_what_changes_without_the_values_of_secrets() throws IOException, GitAPIException {
        publish();
        write(WEB, manifest("Deployment", "web", "spec:\n  replicas: 3\n"));
        write(SECRET, manifest("Secret", "web", "stringData:\n  password: second\n"));
        write("argocd/production/74-application-shop.yaml", manifest("Application", "shop", "spec: {}\n"));

        Published published = publish();

        assertThat(published.message()).isEqualTo("""
                Shop: 1 added, 2 changed in 2 folders

                argocd/production
                  + Application shop/shop
                rendered/production/shop
                  ~ Secret shop/web: stringData.password (hidden) -> (hidden)
                  ~ Deployment shop/web: spec.replicas 2 -> 3

                Program: com.acme.Shop
                Program-Commit: 1f0c2e
                """);
        assertThat(clone.status().call().isClean()).isTrue();
    }

    @Test
    void should_delete_what_it_made_and_nothing_else() throws IOException, GitAPIException {
        publish();
        write(copy, "rendered/production/shop/README.md", "ours");
        write(copy, "other/file.txt", "theirs");
        clone.add().addFilepattern(".").call();
        clone.commit().setMessage("by hand").call();
        Files.delete(tree.resolve(WEB));
        Files.delete(tree.resolve(SECRET));
        write("rendered/staging/shop/42-deployment-web.yaml", manifest("Deployment", "web", ""));

        Published published = publish();

        assertThat(published.message()).contains("Shop: 1 added, 2 removed in 2 folders", "  - Deployment shop/web");
        assertThat(copy.resolve(WEB)).doesNotExist();
        assertThat(copy.resolve("rendered/production/shop/README.md")).exists();
        assertThat(copy.resolve("other/file.txt")).exists();
        assertThat(clone.status().call().isClean()).isTrue();
        Files.delete(tree.resolve("rendered/staging/shop/42-deployment-web.yaml"));
        assertThat(publish().message()).contains("1 removed");
        assertThat(copy.resolve("rendered/staging")).doesNotExist();
    }

    @Test
    void should_publish_to_a_folder_of_the_working_copy() throws IOException, GitAPIException {
        Path clusters = Files.createDirectories(copy.resolve("deploy/clusters"));

        publish(clusters, false);

        assertThat(clusters.resolve(WEB)).exists();
        assertThat(clone.status().call().isClean()).isTrue();
        assertThat(publish(clusters, false).isUnchanged()).isTrue();
    }

    @Test
    void should_only_say_what_it_would_do() throws GitAPIException, IOException {
        assertThat(publish(copy, true).message()).startsWith("Shop: 2 added");
        assertThat(copy.resolve(WEB)).doesNotExist();
        assertThat(commits(clone)).isEmpty();
    }

    @Test
    void should_commit_what_the_repository_ignores_too() throws IOException, GitAPIException {
        write(copy, ".gitignore", "*.yaml\n");
        clone.add().addFilepattern(".").call();
        clone.commit().setMessage("by hand").call();

        publish();

        assertThat(clone.getRepository().readDirCache().getEntry(WEB)).isNotNull();
        assertThat(clone.status().call().isClean()).isTrue();
    }

    @Test
    void should_refuse_a_working_copy_with_changes() throws IOException, GitAPIException {
        write(copy, "notes.txt", "mine");
        refusal().hasMessageContaining("has changes that are not committed: notes.txt.");
        clone.add().addFilepattern(".").call();
        refusal().hasMessageContaining("notes.txt");
        clone.commit().setMessage("notes").call();
        publish();
        write(copy, WEB, "edited by hand");
        refusal().hasMessageContaining(WEB);
        assertThat(copy.resolve(WEB)).hasContent("edited by hand");
    }

    @Test
    void should_refuse_files_of_others() throws IOException, GitAPIException {
        write(copy, WEB, "by hand");
        write(copy, "rendered/production/other", "a file where a folder is needed");
        write("rendered/production/other/26-configmap-x.yaml", manifest("ConfigMap", "x", ""));
        clone.add().addFilepattern(".").call();
        clone.commit().setMessage("by hand").call();

        refusal()
                .hasMessageContaining(
                        "42-deployment-web.yaml is not among the files that were published before, but would"
                                + " be replaced.")
                .hasMessageContaining("rendered/production/other/26-configmap-x.yaml belongs there.");
        assertThat(copy.resolve(WEB)).hasContent("by hand");
    }

    @Test
    void should_follow_no_link() throws IOException, GitAPIException {
        Path outside = Files.createDirectories(folder.resolve("outside"));
        Files.createSymbolicLink(copy.resolve("rendered"), outside);
        clone.add().addFilepattern(".").call();
        clone.commit().setMessage("by hand").call();

        refusal().hasMessageContaining("rendered is a link");
        assertThat(outside).isEmptyDirectory();
    }

    @Test
    void should_delete_nothing_by_way_of_a_link_that_came_later() throws IOException, GitAPIException {
        publish();
        Path moved = Files.move(copy.resolve("rendered"), folder.resolve("moved"));
        Files.createSymbolicLink(copy.resolve("rendered"), moved);
        clone.add().addFilepattern(".").setUpdate(true).call();
        clone.add().addFilepattern("rendered").call();
        clone.commit().setMessage("A link").call();
        Files.delete(tree.resolve(WEB));

        refusal().hasMessageContaining("rendered is a link");

        assertThat(moved.resolve(WEB.substring("rendered/".length()))).exists();
    }

    @Test
    void should_refuse_a_list_that_leads_elsewhere() throws IOException, GitAPIException {
        write(copy, PublishedFiles.LIST, "../../etc/passwd\n");
        clone.add().addFilepattern(".").call();
        clone.commit().setMessage("by hand").call();

        refusal().hasMessageContaining("names \"../../etc/passwd\", which is no file below its folder.");
    }

    @Test
    void should_refuse_what_is_no_working_copy() {
        assertThatThrownBy(() -> publish(null, false)).hasMessageContaining("Nobody says which working copy");
        assertThatThrownBy(() -> publish(folder.resolve("none"), false)).hasMessageContaining("There is no folder");
        assertThatThrownBy(() -> publish(folder, false)).hasMessageContaining("is in no working copy");
        assertThatThrownBy(() -> publish(folder.resolve("bare.git"), false))
                .hasMessageContaining("is in no working copy");
    }

    @Test
    void should_refuse_to_commit_to_no_branch() throws GitAPIException {
        RevCommit first = clone.commit().setMessage("first").call();
        clone.checkout().setName(first.getName()).call();
        refusal().hasMessageContaining("is a commit, and no branch.");
    }

    @Test
    void should_refuse_to_commit_as_nobody() throws IOException {
        StoredConfig config = clone.getRepository().getConfig();
        config.unset("user", null, "email");
        config.save();
        refusal().hasMessageContaining("has no user.name or no user.email");
    }

    @Test
    void should_say_what_git_refuses() throws IOException {
        StoredConfig config = clone.getRepository().getConfig();
        config.setBoolean("commit", null, "gpgsign", true);
        config.save();
        refusal().hasMessageContaining("Git refuses the commit");
    }

    @Test
    void should_push_what_is_committed_when_asked_to() throws GitAPIException, IOException {
        publish();
        assertThat(push()).isEqualTo("main to " + folder.resolve("bare.git").toUri());
        assertThat(commits(bare)).hasSize(1);
        assertThat(push()).startsWith("main to ");
    }

    @Test
    void should_not_push_over_the_commits_of_others() throws GitAPIException, IOException {
        publish();
        push();
        Git other = Git.cloneRepository()
                .setURI(folder.resolve("bare.git").toUri().toString())
                .setDirectory(folder.resolve("other").toFile())
                .setBranch("main")
                .call();
        other.commit()
                .setMessage("theirs")
                .setAuthor("B", "b@example.com")
                .setCommitter("B", "b@example.com")
                .call();
        other.push().call();
        other.close();
        assertThat(publish().commit()).isNull();
        assertThat(hintOfPush()).startsWith("Get them with git pull --ff-only");
        write(WEB, manifest("Deployment", "web", "spec:\n  replicas: 5\n"));
        publish();

        assertThatThrownBy(this::push)
                .isInstanceOf(FindingsException.class)
                .hasMessageContaining("has commits on main that the working copy has not.");
        assertThat(hintOfPush()).startsWith("Take the commit back with git reset --hard HEAD~");
        assertThat(commits(bare)).hasSize(2);
    }

    @Test
    void should_say_why_it_cannot_push() throws IOException {
        publish();
        StoredConfig config = clone.getRepository().getConfig();
        config.setString("remote", "origin", "url", "git@git.example.com:deploy.git");
        config.save();
        assertThatThrownBy(this::push).hasMessageContaining("is reached by ssh");
        config.setString(
                "remote", "origin", "url", folder.resolve("gone.git").toUri().toString());
        config.save();
        assertThatThrownBy(this::push).hasMessageContaining("cannot be pushed to");
        config.unsetSection("remote", "origin");
        config.save();
        assertThatThrownBy(this::push).hasMessageContaining("The working copy has no remote \"origin\".");
    }

    private String hintOfPush() {
        return String.valueOf(catchThrowableOfType(FindingsException.class, this::push)
                .findings()
                .get(0)
                .hint());
    }

    private String push() {
        return Push.to(new PushRequest(copy, host -> null, host -> null));
    }
}
