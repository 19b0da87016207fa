namespace Harmony.Defection.Domain.Sanitisation.Finders;

/// <summary>Words that addresses are made of in the islands' languages, without accents, as <see cref="FoldedText"/> has them.</summary>
internal static class AddressWords
{
    /// <summary>Ends of street names that hardly mean anything else.</summary>
    public static readonly HashSet<string> Street = Set(
        "street road lane avenue close drive crescent terrace gardens grove mews walk wynd brae vennel boulevard parade promenade esplanade alley "
        + "embankment causeway ginnel snicket twitten loan loaning drove row rd ave av ln cres cresc gdns ter terr blvd strasse straat allee ally");

    /// <summary>Ends of street names that are ends of other names too.</summary>
    public static readonly HashSet<string> PerhapsStreet = Set(
        "way rise place square court hill view park green yard wharf quay croft fold bank chase dene dell dale mead meadow meadows orchard orchards paddock "
        + "paddocks path passage pasture pastures pightle ridge side spinney steps vale villas cottages approach arcade broadway buildings circus cloisters "
        + "common corner cove crest cross cut down downs edge end estate field fields ford front garth glade glebe glen grange head heath heights hey holt "
        + "houses hurst island keep knoll lawn lawns lea leas leys link loke maltings manor market moor mount nook oval piece pike point precinct reach ride "
        + "shaw shore slade slope strand sweep toft top track turnpike valley warren water weir wells wood woods woodlands brow hythe staithe slip stairs rents "
        + "mansions pend entry neuk knowe crossroads gate st cl dr ct pl sq grn gr pk bldgs cotts circle trail court courtyard boreen drang opeway backs bay "
        + "waterside riverside canalside lakeside roundabout highway turning plain moorings marina ground gait gill beck burn toll ferry stables barns mill mills");

    /// <summary>Beginnings of street names in Welsh, French, Gaelic and Irish.</summary>
    public static readonly HashSet<string> StreetStart = Set(
        "heol ffordd lon stryd rhodfa clos cilgant rhiw tyle teras gerddi llwybr allt rue route ruelle chemin sraid slighe rathad bothar strasse calle rua lotissement");

    /// <summary>Ends of house and building names.</summary>
    public static readonly HashSet<string> House = Set(
        "house cottage farm farmhouse barn lodge mill hall forge rectory vicarage manse croft grange manor court villa bungalow schoolhouse gatehouse oast stables "
        + "byre steading bothy priory towers mansion mansions buildings chambers heights tower building flats apartments smithy parsonage deanery hse cott bldgs "
        + "works depot studios point end nook gables firs elms oaks willows laurels hollies beeches chestnuts poplars cedars limes birches pines haven retreat "
        + "homestead millhouse boathouse coachhouse farmstead chalet park estate holding smallholding dairy granary hayloft laithe fold garth ranch");

    /// <summary>Beginnings of house names in Welsh, French, Gaelic and English, and of stations in the forces.</summary>
    public static readonly HashSet<string> HouseStart = Set(
        "ty ty'r ty'n tyddyn fferm bryn plas hafod llys bwthyn hendre ysgubor taigh tigh teach le la les l'ancienne hms raf maison cae gwel tan-y-bryn");

    /// <summary>Names of public buildings end like this and stay.</summary>
    public static readonly HashSet<string> PublicHall = Set("town village city county community guild parish memorial church music corn assembly concert");

    /// <summary>Parts of buildings that take a number or a letter.</summary>
    public static readonly HashSet<string> Unit = Set(
        "flat apartment apt maisonette penthouse bedsit studio mooring berth pitch plot caravan chalet lodge unit room rm suite block bungalow cabin villa site lot pod "
        + "floor level stall bay hut fflat uned tower annexe annex");

    /// <summary>Of these, the ones that are an address even by themselves.</summary>
    public static readonly HashSet<string> OwnUnit = Set("flat apartment apt maisonette penthouse bedsit mooring berth fflat");

    /// <summary>Storeys and the like, before "floor" or "flat".</summary>
    public static readonly HashSet<string> Storey = Set(
        "ground first second third fourth fifth sixth top lower upper basement garden attic 1st 2nd 3rd 4th 5th 6th 7th 8th 9th 10th front rear back left right raised mezzanine");

    /// <summary>What a storey goes before.</summary>
    public static readonly HashSet<string> StoreyOf = Set("floor flat apartment maisonette studio annexe bedsit");

    /// <summary>Small words inside names.</summary>
    public static readonly HashSet<string> Particles = Set("of the and & y yr r na nan nam an a de la le les du des d' upon a' o' san sa");

    /// <summary>Words before a number that say it counts something else.</summary>
    public static readonly HashSet<string> Counting = Set(
        "bus buses route item ward wards platform page motion agenda section chapter question part paragraph clause article room gate class grade form group team "
        + "division district stage phase version day week year age aged over about nearly under than only all of the these those our some between by won lost with against "
        + "and to from some junction j m a b x no-one score scored league under-");

    /// <summary>Words after a street's name that say it is spoken of as a place.</summary>
    public static readonly HashSet<string> PlaceNouns = Set(
        "bus buses residents scheme underpass homes houses shops users bridge councillors campaign petition closure project allotments allotment school station works "
        + "trees members library junction roundabout crossing resurfacing development site surgery group society ward by-election market car cars traffic speeding "
        + "improvements estate playground park playing recreation ground clinic foundry factory community centre pub church chapel");

    /// <summary>Small words that may follow the end of an address.</summary>
    public static readonly HashSet<string> Following = Set(
        "in since and or for during until till with where which who on at is was as but near from off before after because if so when until although while to the my a i we "
        + "not please or just by behind opposite outside then now has have had will would of");

    /// <summary>Words in the names of firms, bodies and places of work, which stay.</summary>
    public static readonly HashSet<string> Organisation = Set(
        "ltd limited llp plc inc sons daughter daughters brothers bros co company association trust union society council group services school academy college "
        + "hospital surgery library clinic solicitors accountants dairy dairies foods homes logistics partners partnership foundation university church chapel club party "
        + "office offices agency press bookshop bakery garage supplies buses ferries collective stores store inn arms hotel pharmacy estates properties consulting institute "
        + "charity federation broadcasting engineering motors construction builders holdings international systems technology media print design shop cafe restaurant "
        + "centre department ministry authority board committee cooperative co-op nursery kindergarten housing bank practice lodge's theatre museum gallery employer");

    /// <summary>Counties and countries, which end an address.</summary>
    public static readonly HashSet<string> County = Set(
        "avon bedfordshire berkshire buckinghamshire cambridgeshire cheshire cleveland cornwall cumbria derbyshire devon dorset durham essex gloucestershire hampshire "
        + "herefordshire hertfordshire kent lancashire leicestershire lincolnshire merseyside norfolk northamptonshire northumberland nottinghamshire oxfordshire "
        + "rutland shropshire somerset staffordshire suffolk surrey sussex warwickshire wiltshire worcestershire yorkshire powys gwynedd dyfed clwyd gwent ceredigion "
        + "pembrokeshire carmarthenshire conwy flintshire monmouthshire anglesey aberdeenshire angus argyll ayrshire caithness fife moray perthshire sutherland antrim "
        + "armagh down fermanagh tyrone londonderry england scotland wales uk jersey guernsey ireland london");

    /// <summary>Titles and ranks before people's names.</summary>
    public static readonly HashSet<string> Title = Set(
        "mr mrs ms miss mx dr prof professor cllr councillor sir dame lord lady rev revd reverend fr father sister deacon sgt cpl lcpl pte capt captain maj major col lt "
        + "gen wo2 wo1 ssgt flt sqn po cpo msp mp ms mla name agent attn fao dear");

    /// <summary>Frequent first names, by which people's names are told from houses'.</summary>
    public static readonly HashSet<string> Forename = Set(
        "aaron abdul abigail adam adrian agnes ahmed aidan aileen aisha alan alana alastair albert alex alexander alexandra ali alice alison alistair amanda amber amelia "
        + "amina amir amit amrit amy andrea andrew angela angus anil anita ann anna anne annie anthony antony anwen arthur asha audrey barbara barry beatrice ben benjamin "
        + "bernard beth bethan betty beverley bill billy bob brenda brendan brian bridget bronwen bruce bryan calum cameron carl carol caroline catherine catriona cecilia "
        + "charles charlie charlotte cheryl chloe chris christina christine christopher ciara claire clare clive colin connor conor craig cynthia daniel danny darren dave "
        + "david dawn dean deborah debbie declan deepak denis dennis derek dermot diana diane dilys dominic donald donna dorothy douglas duncan dylan dyfan eamon eddie "
        + "edward eileen elaine eleanor elena eleri elin elizabeth ellen ellie emily emma emrys eric erin ethan eunice eva evan evelyn farah farida fatima ffion fiona "
        + "florence frances francis frank fraser fred freya gail gareth gary gavin gemma geoff geoffrey george georgia geraint gerald gerard gillian gladys glen glenn "
        + "glenys gloria glyn gordon grace graeme graham grant greg gregory gwen gwenllian gwyn gwyneth hamish hannah harold harriet harry hassan hazel heather helen henry "
        + "hilary holly howard hugh hugo huw hywel iain ian ibrahim imran iona irene iris isaac isabel isla ivan jack jackie jacob jacqueline jade jake james jamie jan "
        + "jane janet janice jason jasmine jean jeff jeffrey jennifer jenny jeremy jessica jill jim jimmy joan joanna joanne joe joel john jon jonathan jordan joseph "
        + "josephine joshua joy joyce judith judy julia julian julie june karen karl kate katherine kathleen kathryn katie keith kelly ken kenneth kerry kevin kieran kim "
        + "kirsty kumar kyle lachlan laura lauren lee leo leon leonard lesley leslie lewis liam lily linda lisa liz llinos lloyd lorna lorraine louis louise lucy luke "
        + "lynn lynne mair mairi malcolm manjit marc margaret maria marie marilyn marion mark martin mary matthew maureen max megan mehmet melanie menna meredith mervyn "
        + "michael michelle mike miriam mo mohamed mohammad mohammed moira molly monica morag morgan moses muhammad muriel murray mustafa nadia naomi natalie natasha "
        + "nathan neil niall nicholas nick nicola nicole nigel nina noel nora norma norman oliver olivia olwen omar orla oscar owain owen paige pamela pat patricia patrick "
        + "paul paula pauline penny peter phil philip philippa phillip phyllis pippa priya rachel rajesh ralph ravi raymond rebecca rhian rhiannon rhys richard rita rob "
        + "robert robin roger ron ronald rory rosa rosalind rose rosemary rosie ross roy ruby rupert russell ruth ryan sally sam samantha samuel sandra sanjay sara sarah "
        + "saoirse scott sean shane sharon sheila shirley sian sheena sile simon sinead siobhan sofia sophie stan stanley stella stephanie stephen steve steven stewart "
        + "stuart sue sunil susan suzanne sylvia tamsin tanya tara ted teresa terence terry thelma theresa thomas tim timothy tina toby tom tony tracey tracy trevor "
        + "una ursula usha valerie vanessa vera veronica victor victoria vijay vincent violet vivian walter wendy wendell will william winifred yasmin yusuf yvonne zainab zara zoe");

    private static HashSet<string> Set(string words) => new(words.Split(' ', StringSplitOptions.RemoveEmptyEntries), StringComparer.OrdinalIgnoreCase);
}
