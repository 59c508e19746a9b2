package dev.gantry.maven;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A tree for Argo CD, published from a build into the clone of a bare repository on disk. */
class PublishIT {

    private static final String CLASSES = ".mvn/classes.log";

    private MavenProject project;
    private Git bare;
    private Git clone;

    @BeforeEach
    void prepare() throws GitAPIException, IOException {
        project = MavenProject.of("gitops", "gitops", MavenProject.NEWEST);
        project.write(".mvn/jvm.config", "-Xlog:class+load:file=" + CLASSES);
        bare = Git.init()
                .setBare(true)
                .setInitialBranch("main")
                .setDirectory(project.file("bare.git").toFile())
                .call();
        Path copy = project.file("deploy");
        clone = Git.init().setInitialBranch("main").setDirectory(copy.toFile()).call();
        StoredConfig config = clone.getRepository().getConfig();
        config.setString("remote", "origin", "url", project.file("bare.git").toString());
        config.setString("user", null, "name", "Ada");
        config.setString("user", null, "email", "ada@example.com");
        config.save();
    }

    @AfterEach
    void close() {
        clone.close();
        bare.close();
    }

    @Test
    void should_publish_commit_and_push_and_commit_nothing_the_next_time() throws IOException {
        project.maven("compile", "gantry:publish", "-Dgantry.publishDirectory=deploy", "-Dgantry.commit=1f0c2e")
                .succeeds()
                .says(
                        "Fleet: 4 added in 4 folders",
                        "rendered/production/shop",
                        "+ ConfigMap shop/web",
                        "Program-Commit: 1f0c2e",
                        "Committed to ");
        assertThat(project.file("deploy/rendered/production/shop/26-configmap-web.yaml"))
                .hasSameBinaryContentAs(project.file("target/gantry/yaml/production/shop/26-configmap-web.yaml"));
        assertThat(bare.getRepository().resolve(Constants.HEAD)).isNull();

        project.maven("gantry:publish", "-Dgantry.publishDirectory=deploy", "-Dgantry.push")
                .succeeds()
                .says("Nothing has changed in ", "no commit.", "Pushed main to ");
        try (RevWalk walk = new RevWalk(bare.getRepository())) {
            RevCommit commit = walk.parseCommit(bare.getRepository().resolve(Constants.HEAD));
            assertThat(commit.getParentCount()).isZero();
            assertThat(commit.getAuthorIdent().getEmailAddress()).isEqualTo("ada@example.com");
        }

        project.maven(
                        "gantry:publish",
                        "-Dgantry.publishDirectory=deploy",
                        "-Dgantry.dryRun",
                        "-Dgantry.set.replicas=5")
                .succeeds()
                .says("~ ConfigMap shop/web: data.replicas 1 -> 5", "Would be committed to ");
    }

    @Test
    void should_say_why_it_does_not_publish() throws IOException {
        project.maven("compile", "gantry:publish")
                .fails()
                .says("error GTY-PUB-001", "Nobody says which working copy is published to.");
        Files.writeString(project.file("deploy/notes.txt"), "mine");
        project.maven("gantry:publish", "-Dgantry.publishDirectory=deploy")
                .fails()
                .says("error GTY-PUB-003", "notes.txt");
        Files.delete(project.file("deploy/notes.txt"));
        project.replace("src/main/gantry/staging.yaml", "replicas", "replica");
        project.maven("gantry:publish", "-Dgantry.publishDirectory=deploy")
                .fails()
                .says("error GTY-SET-001");
        assertThat(project.file("deploy/rendered")).doesNotExist();
    }

    @Test
    void should_not_load_git_where_nothing_is_published() throws IOException {
        project.maven("compile", "gantry:generate", "-Dgantry.format=gitops").succeeds();
        assertThat(project.file("target/gantry/gitops/argocd/staging/74-application-shop-staging.yaml"))
                .exists();
        assertThat(Files.readString(project.file(CLASSES))).doesNotContain("org.eclipse.jgit", "dev.gantry.publish");
    }
}
