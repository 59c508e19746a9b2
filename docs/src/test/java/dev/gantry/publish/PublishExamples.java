package dev.gantry.publish;

import dev.gantry.findings.Example;
import java.io.IOException;
import org.eclipse.jgit.api.errors.GitAPIException;

/** What the rules for publishing are for. */
final class PublishExamples {

    private PublishExamples() {}

    @Example(value = "GTY-PUB-001", why = "Gantry clones nothing: the working copy is yours.")
    static void noDirectory(ExampleClone clone) {
        clone.publishesTo("deplyo");
    }

    @Example(value = "GTY-PUB-002", why = "Only a working copy has a branch to commit to.")
    static void noWorkingCopy(ExampleClone clone) {
        clone.publishesTo("tree");
    }

    @Example(
            value = "GTY-PUB-003",
            why =
                    "A commit of Gantry's says what the program has changed. The work of somebody else is not to slip into it.")
    static void dirty(ExampleClone clone) {
        clone.file("notes.txt", "to do");
        clone.publishesTo("deploy");
    }

    @Example(value = "GTY-PUB-004", why = "The commit would be lost as soon as a branch is checked out.")
    static void noBranch(ExampleClone clone) throws GitAPIException, IOException {
        clone.file("README.md", "deployments");
        clone.commits();
        clone.leavesItsBranch();
        clone.publishesTo("deploy");
    }

    @Example(
            value = "GTY-PUB-006",
            why = "The list of what is Gantry's is `.gantry-files` in the folder that is published to.")
    static void foreignFile(ExampleClone clone) throws GitAPIException {
        clone.file("rendered/production/shop/26-configmap-web.yaml", "by hand");
        clone.commits();
        clone.publishesTo("deploy");
    }

    @Example(value = "GTY-PUB-007", why = "What the list names may be deleted, so it has to be Gantry's own.")
    static void list(ExampleClone clone) throws GitAPIException {
        clone.file(".gantry-files", "../../home\n");
        clone.commits();
        clone.publishesTo("deploy");
    }

    @Example(
            value = "GTY-PUB-008",
            why = "Git's own words. Here, no program signs the commit as its configuration asks.")
    static void notCommitted(ExampleClone clone) throws IOException {
        clone.configure("commit", "gpgsign", "true");
        clone.publishesTo("deploy");
    }

    @Example(value = "GTY-PUB-009", why = "The commit stays in the working copy, and can be pushed in any other way.")
    static void notPushed(ExampleClone clone) {
        clone.publishesTo("deploy");
        clone.pushes();
    }

    @Example(value = "GTY-PUB-010", why = "Argo CD would read nothing, or what was published there before.")
    static void otherPlace(ExampleClone clone) throws GitAPIException {
        clone.file("clusters/README.md", "all of them");
        clone.commits();
        clone.isReadAt("rendered/production/shop", "main");
        clone.publishesTo("deploy/clusters");
    }

    @Example(
            value = "GTY-PUB-011",
            why =
                    "It may be meant: what is published for a review is merged later. Until then, Argo CD sees nothing of it.")
    static void otherBranch(ExampleClone clone) throws GitAPIException {
        clone.file("README.md", "deployments");
        clone.commits();
        clone.branches("production");
        clone.isReadAt("rendered/production/shop", "production");
        clone.publishesTo("deploy");
    }
}
