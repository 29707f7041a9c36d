import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/**
 * Draws the application icon's PNG files from {@code ringside.svg}, which stands beside them. Run by {@code
 * releng/icons} after the drawing changed; the PNG files are kept in the repository, because window managers read
 * nothing else.
 */
class Icons {
	private static final int[] SIZES = { 16, 32, 48, 64, 128, 256 };

	public static void main(String[] arguments) throws Exception {
		Path folder = Path.of(arguments[0]);
		SVGDocument drawing = new SVGLoader().load(folder.resolve("ringside.svg").toUri().toURL());
		if (drawing == null) {
			throw new IllegalArgumentException(folder + "/ringside.svg: not a drawing");
		}
		for (int size : SIZES) {
			var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
			var graphics = image.createGraphics();
			graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
			graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
			drawing.render((java.awt.Component) null, graphics, new ViewBox(0, 0, size, size));
			graphics.dispose();
			ImageIO.write(image, "png", folder.resolve("ringside-" + size + ".png").toFile());
		}
	}
}
