package dev.gantry.helm;

import dev.gantry.tool.Tool;
import dev.gantry.tool.ToolAnswer;
import dev.gantry.tool.ToolRequest;
import java.nio.file.Path;
import java.util.List;

/** Real Helm for runs of programs: it proves charts that they make, and renders charts that they take in. */
public final class HelmTool implements Tool {

    private static final String PROVE = "helm-prove";
    private static final String RENDER = "helm-render";

    private final ChartShelf shelf = new ChartShelf();

    /** The tool; Helm's library is loaded by the first request. */
    public HelmTool() {}

    @Override
    public List<String> tasks() {
        return List.of(PROVE, RENDER);
    }

    @Override
    public ToolAnswer answer(ToolRequest request) {
        return request.task().equals(PROVE)
                ? ToolAnswer.of(ChartProof.findings(Path.of(request.detail("folder"))))
                : ChartRendering.of(request, shelf);
    }

    @Override
    public void release() {
        shelf.clear();
    }
}
