//! The vocabulary.

/// What an order to the user is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Verb {
    /// `点击`: with the mouse, whatever it is.
    Click,
    /// `选择`, `使用`: something of the screen.
    Select,
    /// `打开`, `前往`: a part of the screen.
    Open,
    /// `拖动`: with the mouse, whatever it is.
    Drag,
    /// `移动`: an edit.
    Move,
    /// `预览`, `查看`: a look at something.
    Look,
    /// `在`, `通过`: where or with what, and then the verb.
    Where,
    /// `把`, `将`: what, and then the verb.
    Object,
}

pub(super) const VERBS: &[(&str, Verb)] = &[
    ("点击", Verb::Click),
    ("单击", Verb::Click),
    ("双击", Verb::Click),
    ("右击", Verb::Click),
    ("右键点击", Verb::Click),
    ("右键单击", Verb::Click),
    ("点按", Verb::Click),
    ("轻点", Verb::Click),
    ("点一下", Verb::Click),
    ("点开", Verb::Click),
    ("点选", Verb::Click),
    ("按下", Verb::Select),
    ("选择", Verb::Select),
    ("选中", Verb::Select),
    ("使用", Verb::Select),
    ("找到", Verb::Select),
    ("打开", Verb::Open),
    ("展开", Verb::Open),
    ("进入", Verb::Open),
    ("前往", Verb::Open),
    ("切换到", Verb::Open),
    ("转到", Verb::Open),
    ("登录", Verb::Open),
    ("拖拽", Verb::Drag),
    ("拖动", Verb::Drag),
    ("拖放", Verb::Drag),
    ("拖入", Verb::Drag),
    ("拖移", Verb::Drag),
    ("移动", Verb::Move),
    ("预览", Verb::Look),
    ("播放", Verb::Look),
    ("查看", Verb::Look),
    ("观看", Verb::Look),
    ("检查", Verb::Look),
    ("看看", Verb::Look),
    ("在", Verb::Where),
    ("从", Verb::Where),
    ("到", Verb::Where),
    ("去", Verb::Where),
    ("用鼠标", Verb::Where),
    ("用", Verb::Where),
    ("通过", Verb::Where),
    ("把", Verb::Object),
    ("将", Verb::Object),
];

/// What stands before the verb of an order, and whether it speaks to the user.
pub(super) const LEADS: &[(&str, bool)] = &[
    ("请", true),
    ("您可以", true),
    ("你可以", true),
    ("您也可以", true),
    ("你也可以", true),
    ("您可", true),
    ("你可", true),
    ("您还可以", true),
    ("你还可以", true),
    ("您现在可以", true),
    ("你现在可以", true),
    ("现在您可以", true),
    ("现在可以", true),
    ("您需要", true),
    ("你需要", true),
    ("您只需", true),
    ("你只需", true),
    ("您只需要", true),
    ("你只需要", true),
    ("可以", true),
    ("也可以", true),
    ("还可以", true),
    ("只需", true),
    ("只需要", true),
    ("只要", true),
    ("记得", true),
    ("不妨", true),
    ("试着", true),
    ("直接", true),
    ("您", true),
    ("你", true),
    ("然后", false),
    ("接着", false),
    ("再", false),
    ("先", false),
    ("首先", false),
    ("最后", false),
    ("随后", false),
    ("之后", false),
    ("现在", false),
    ("接下来", false),
    ("或者", false),
    ("或", false),
    ("并且", false),
    ("并", false),
    ("也", false),
    ("还", false),
    ("就", false),
    ("同时", false),
    ("另外", false),
    ("此外", false),
    ("完成后", false),
    ("满意后", false),
    ("确认后", false),
    ("确认无误后", false),
    ("准备好后", false),
];

/// What leads to the clause that follows.
pub(super) const LEADING: &[&str] = &[
    "如果",
    "如需",
    "如要",
    "如想",
    "若",
    "要是",
    "想要",
    "想",
    "要",
    "需要",
    "当",
    "等",
    "准备好",
    "确认无误",
    "为了",
    "一旦",
    "下一步",
    "提示",
    "小贴士",
    "小提示",
    "温馨提示",
    "导出方法",
    "操作步骤",
    "操作方法",
    "满意的话",
    "准备就绪",
];

/// Before a colon they lead to what follows.
pub(super) const LABELS: &[&str] = &["接下来", "导出", "预览", "下载", "步骤", "您可以", "你可以"];

/// Clauses with one of these tell what was done.
pub(super) const TELLING: &[&str] = &["已", "了", "我"];

/// Where those words are part of others.
pub(super) const NOT_TELLING: &[&str] = &[
    "为了",
    "了解",
    "告诉我",
    "跟我",
    "给我",
    "让我",
    "对我",
    "自我",
    "不了",
    "好了",
    "行了",
    "就可以了",
];

/// Clauses that begin so speak to the user.
pub(super) const ADDRESS: &[&str] = &["告诉我", "跟我说", "说", "描述"];

/// Clauses that stand on their own after an instruction.
pub(super) const STAYS: &[&str] = &[
    "告诉",
    "跟我",
    "和我",
    "让我",
    "给我",
    "说",
    "描述",
    "我",
    "但",
    "不过",
    "祝",
    "希望",
    "欢迎",
    "随时",
    "有任何",
];

/// What joins a clause to the one before.
pub(super) const JOINTS: &[&str] =
    &["或者", "或", "并且", "并", "然后", "接着", "同时", "而且", "也", "还", "再", "，", "、"];

/// After a verb they make another form of it: `打开的门`.
pub(super) const FORM_ENDINGS: &[char] = &['的', '了', '过', '端', '版'];

/// What can be opened from a terminal too.
pub(super) const LINKS: &[&str] = &["链接", "网址"];

/// After a verb of the mouse they make a noun of it: `点击率`.
pub(super) const NOUN_ENDINGS: &[char] =
    &['率', '量', '声', '音', '数', '感', '流', '的', '了', '过', '器', '端', '版', '图'];

/// Parts of a screen that are pressed, opened or chosen from.
pub(super) const CONTROLS: &[&str] = &[
    "按钮",
    "面板",
    "菜单",
    "选项卡",
    "标签页",
    "侧边栏",
    "侧栏",
    "工具栏",
    "属性栏",
    "图标",
    "下拉",
    "滑块",
    "滑杆",
    "对话框",
    "弹窗",
    "设置页",
    "素材库",
    "媒体库",
];

/// Parts of a screen that are opened.
pub(super) const PARTS: &[&str] =
    &["设置", "窗口", "编辑器", "账户", "账号", "账单", "页面", "时间线", "时间轴", "播放器"];

/// Where something is looked at or moved.
pub(super) const PLACES: &[&str] = &[
    "时间线",
    "时间轴",
    "播放器",
    "预览窗口",
    "预览区",
    "预览界面",
    "编辑器",
    "画布",
    "播放窗口",
    "右上角",
    "左上角",
    "右下角",
    "左下角",
    "右侧",
    "左侧",
    "鼠标",
    "界面",
];

/// Words of the account.
pub(super) const ACCOUNT: &[&str] = &["账户", "账号", "账单", "计费", "充值", "订阅"];

/// Names of buttons that a clause may begin with.
pub(super) const BUTTONS: &[&str] =
    &["导出按钮", "“导出”按钮", "「导出」按钮", "下载按钮", "“下载”按钮"];

/// Verbs of an edit.
pub(super) const EDITS: &[&str] = &[
    "调整",
    "改变",
    "修改",
    "更改",
    "缩短",
    "延长",
    "裁剪",
    "剪短",
    "重新排列",
    "排序",
    "缩放",
    "放大",
    "缩小",
];
