//! Picture effects by their plain names.

use crate::draft::Fx;

/// The filter of an effect, on yuv420p; none for a name that is not known here, or one that changes
/// which pixels are seen, which is done before the picture is scaled.
pub(super) fn filter(effect: &Fx) -> Option<String> {
    let name = effect.name.trim().to_lowercase();
    let share = effect.amount.map(|amount| f64::from(amount) / 100.0);
    if let Some(share) = share {
        return by(&name, share);
    }
    let filter = match name.as_str() {
        "grayscale" | "greyscale" | "black and white" => "lutyuv=u=128:v=128",
        "sepia" => "lutyuv=y=val:u=116:v=140",
        "blur" => "gblur=sigma=12",
        "sharpen" => "unsharp",
        "vignette" => "vignette",
        "negative" | "invert" => "negate",
        "mirror" | "flip horizontal" => "hflip",
        "flip vertical" => "vflip",
        _ => return None,
    };
    Some(filter.to_owned())
}

/// The filter of an effect on a picture with clear parts, which stay as clear as they are. `id` and
/// `number` tell labels apart.
pub(super) fn keeping_clear(filter: &str, id: usize, number: usize) -> String {
    let is_any = |names: &[&str]| names.iter().any(|name| filter.starts_with(name));
    if is_any(&["lutyuv", "negate", "hflip", "vflip"]) {
        return filter.to_owned();
    }
    if is_any(&["gblur"]) {
        return format!(
            "format=gbrap,premultiply=inplace=1,{filter},unpremultiply=inplace=1,\
             scale=out_color_matrix=bt709:out_range=tv,format=yuva420p"
        );
    }
    let label = |side: char| format!("[e{id}x{number}{side}]");
    let [colours, clear, changed, kept] = ['a', 'b', 'c', 'd'].map(label);
    format!(
        "split=2{colours}{clear};{colours}format=yuv420p,{filter}{changed};{clear}alphaextract{kept};\
         {changed}{kept}alphamerge,format=yuva420p"
    )
}

/// Effects that can be more or less. Half of a strength is what the effect is without one.
fn by(name: &str, share: f64) -> Option<String> {
    Some(match name {
        Fx::BRIGHTNESS => brightness(share.clamp(-1.0, 1.0)),
        Fx::CONTRAST => {
            let factor = 1.0 + share.clamp(-1.0, 1.0);
            format!("lutyuv=y='clip(125.5+(val-125.5)*{factor:.3},16,235)'")
        }
        Fx::SATURATION => {
            let factor = 1.0 + share.clamp(-1.0, 1.0);
            let part = format!("'clip(128+(val-128)*{factor:.3},16,240)'");
            format!("lutyuv=u={part}:v={part}")
        }
        Fx::WARMTH => {
            let by = share.clamp(-1.0, 1.0) * 30.0;
            format!("lutyuv=u='clip(val-{by:.2},16,240)':v='clip(val+{by:.2},16,240)'")
        }
        "blur" => format!("gblur=sigma={:.2}", share.clamp(0.01, 2.0) * 24.0),
        "sharpen" => format!("unsharp=la={:.2}", share.clamp(0.0, 2.0) * 2.0),
        "vignette" => format!("vignette=angle={:.4}", share.clamp(0.0, 1.2) * 1.2566),
        _ => return None,
    })
}

/// Middle grey gets so much brighter or darker; black and white stay, so that nothing is lost there.
fn brightness(share: f64) -> String {
    let power = (1.0 - (1.0 + share).max(0.01).log2()).clamp(0.05, 8.0);
    format!("lutyuv=y='16+219*pow(max(val-16,0)/219,{power:.4})'")
}
