namespace NewsReader.Newsroom.Language;

/// <summary>
/// The words that French newspapers write every day and in how large a share of their headlines with ledes: what a reader knows of the
/// press before the first article of the day. Counted over four runs of ten days of front feeds, a year apart from first to last, and over
/// one day of headlines of another year; a word stands here only where it is usual in all of them, and by the middle of its shares, so that
/// no event makes a word usual. Words with a share under .002 are left out: they count as rare anyway.
/// </summary>
internal static class FrenchPressWords
{
    // Each band doubles the one below; the share is about the middle of its band.
    private static readonly (double Share, string Words)[] Bands =
    [
        (.090,
            "france israel paris"),
        (.045,
            "annonce armee attaque etat europe grand guerre homme macron ministre monde mort nouveau nouvelle parti pays personnes presente president violences"),
        (.022,
            "000 10 accuse actualite affaire aide americain ancien appel arret assure blesses champions chef conseil coupe cour declare demande deputes direct " +
            "droite elections emmanuel enfants equipe euros femmes fin finale garde general gouvernement groupe haut internationale invites iran jeune jeux journee " +
            "lance ligue match menace militaire millions mis nationale passe pierre place point police politique porte pris prison projet publie quatre retrouvez " +
            "russe saint seine situation sociaux sort suisse tue ukraine unis victimes vie ville"),
        (.011,
            "13 14 19 20 30 accident accord affirme age agression alerte americaine arrivee assemblee association bande bleus campagne candidat cause centre " +
            "certains changer chanteuse charge cherche chine cinq classe club coeur combat commission commune compte condamne conference conflit continue controle " +
            "cote crise debat decision defense denonce depart deuxieme devenu devoile disparus donald donne eau ecole economie egalement eleves elus emission " +
            "engage enseignants entreprises estime etablissement etrangeres etudiants europeen ex examen extreme famille ferme feu film fils financement fois fonds " +
            "football forces forte frappe gagne habitants hausse histoire historique images important impose incendie informations inquiete installe integrale " +
            "interpelle italie jamais jean jo juge justice laurent lieu ligne livre loi lyon maire manifestation marche marie marque marseille meilleur mene mere " +
            "mesures meurtre milliards moment monte mouvement nombre nord offensive officiellement olympiques operation oppose organise origine ouverte ouverture " +
            "ouvre parle participe petit plan plein pouvoir prepare prix proces proche professeur programme propos propose psg public quarts questions raison " +
            "rappeur rapport real realisateur recherche region rendez reponse republique reseaux reste retour revele risque rouge route saison sante securite serie " +
            "service seulement sexuelles signe six soir soutien star sud temps tente territoire terroriste tete tirs touche tour travail trouve trump urgence " +
            "victoire vise vol vote vue week"),
        (.0055,
            "100 11 12 15 16 17 18 22 23 24 25 40 50 abandonne acces accueil actes acteur action activite adopte affiche affronter agence agents agit air allemagne " +
            "allemand aller allies alpes ancienne animaux annee anti antoine arabie argent art artificielle artiste assiste attend attendu attentat attente " +
            "augmente auteur avance avenir avion avocats baisse bas battu belle besoin bilan blanc bloque bonne bord bouge bourse bout britannique budget capitale " +
            "carriere cas casse celebre centaines ceremonie certaines cessez chaine chasse chiffres choc chute cible cinema circulation civils climat co colere " +
            "college comedie comme commerce compagnie comprendre conditions confirme congres connu consultant corps couple course coute couteau creation cree " +
            "criminelle critique croissance crues culture debut decede decide decouverte democrate denis depasse deplacement depose deroule destin devrait diffuse " +
            "dirigeants discours dispositif division dix dizaines documentaire dominique dossier double drogue duree echange ecologique ecouter edition education " +
            "effet eglise elisabeth emploi end ensemble entraineur entre environ envoye eric espagne espere essonne etape evacuation evenement eviter evoque " +
            "exceptionnelle executif exploit explosion exprime federal ferrari festival fete figaro figure fille forme franceinfo fuite futur gabriel gauche geant " +
            "gendarmerie gestion grace grave greve harcelement hopital huit idee identifie ile info inondations institut intelligence interdiction interieur " +
            "interroge intervention investissement irlande islamiste joue joueurs judiciaire juste kiev laisse large lettre liberation liberte libre lie lille " +
            "limiter liste locales logements loin long lourds lutte lycee main maison majorite mal maladie mandat manque marine marne mbappe medecins membres " +
            "message met meteo metres mettre michel migrants milieu mineurs ministere mission mobilisation mobilises montre moscou moyen multiplient negociations " +
            "neuf new nice nicolas niveau nom nombreux objectif occasion oeuvre offre oise olivier om onu opposition or ordre orient ouest paix parents " +
            "parlementaires parole parquet particulierement patron paul peine pense pere philippe plainte plateforme pluie polemique pont population portrait " +
            "position possible poste poursuivent poussee precise prend prendre pret prevu principal prive pro prochain prochaine production produits prolonger " +
            "promet proteger provoque puis qualifie quitter quotidienne raconte rassemblement reclame recoit record recu redaction reforme refuse regime regles " +
            "rejette relation remplace remporte rencontre rendre rendu renforcer rentree reportage representants reprise republicain responsable resultats retenir " +
            "retirer retraites reunion reussi reve revenu revient rien rn roman rue saisie sait salle sanctions sauve savoir scene scrutin seconde secretaire " +
            "secteur selection senat sentiment sept site societe sol sommet souhaite soupconne speciale specialiste sport stade station succes suite suivez " +
            "surprise suspect suspendu syndicats systeme tech temoignages tensions terme termine terrain terre test texte theatre tombe top total tournee trafic " +
            "train traitement transports travaux tribunal troisieme troupes ue union universite utilise val vehicule veille vente venue vert vient vigilance vingt " +
            "visite voie voiture voix voyage vraiment zone"),
        (.0028,
            "1er 200 26 28 300 500 70 80 abattu abord absence accompagner acheter adapte administratif administration ado adresse aeroport afrique agricole al " +
            "alain album algerie alimentaire ameliorer amende amerique ami amour ampleur andre anglais angleterre annuel annule appartement apple apporter approche " +
            "arbitre assassinat assises attendre aupres autorise autoroute avis balle banque barre basket bat bataille beau bebe belgique beneficier benjamin " +
            "bernard berne billets blanche blessures bordeaux bouleverse bras bresil brule bruno bureau bus cache cancer catastrophe catholique cellule chambre " +
            "championnat chance chaos charles chauffeur chemin cher chien choisi choix chose christophe ciel cite citoyens city claude cle clement codes collectif " +
            "comite commandant communaute competition concert concurrence conducteur confidence confronte conjugales connait consacre consequences construction " +
            "conteste contient contraint contrat convoque corruption corse court crimes croix cyclisme danger date davantage david decennies deces decouvrez " +
            "decroche defaite defend defi degats degrade dela demi demission deplore derriere designe dessinee dessus detenu developpement devenir devient devoir " +
            "dialogue didier difficile difficultes disparition dollars domicile doute dupont ecart echec eclair ecrase electricite electriques elements elysee " +
            "emotion employes enjeux enquete entier envoi episode epreuve erreur espace espagnol espoir etienne eurodepute exercice experts express faut faux " +
            "favori fc feminine fer fermeture fini foot foyer franche frederic frere galles gare georgie gerard gere google gros guide guillaume hiver honneur " +
            "hotel humains humanitaire immeuble immobilier impact incident incroyable indice industrie influence influenceurs inquietude insoumise instagram " +
            "intensite interdire interdit interesse japon jerome jeunesse km leader leger levee licenciement lien livraison loire londres louis lr luc maillot " +
            "maintenant majeure marc marge maritime martin mauvaise max memoire metro mettant mi missiles mode modele moitie mots municipales mur musee musicale " +
            "musique mysteres nantes nature noir normale nucleaire numerique numero oblige ong ordonne oublie parc parcours partenaires partis pascal passagers " +
            "patients percute perd permettre permis perturbe peuple peur piece pied piege pilote pire piste plaide plonge pompiers portugal pose potentiellement " +
            "poursuit pratique prefecture prennent presume prevention prevoit primes profite profiter progresse promis proposition propre proprietaire protection " +
            "protester provisoire qatar quasi quatrieme racistes radio rang rapide rare rate recenses recompense reconnaissance recours red redoutent refugies " +
            "regard regulateur relance releve remis remonte rennes renovation repartir reserve residence respect restaurant retenues retrait revivez revolution " +
            "roche roi rugby sacre salaries salue sang sciences scientifique scolaire secours semble sens siecle siege soigner soins solidarite solution souffre " +
            "souhaitent soutenir spectacle stephane street supplementaires supporters supreme sursis surveillance suspension taxe technique technologies telephone " +
            "temoins tempete the thomas toulouse tournoi tranche transforme transition traverse triple turquie unique usage vague vainqueur valide vaste vendu " +
            "venir version vice vieille vincent vite vivre voile voisin voit volonte voulait vrai wall washington xv york yvelines"),
    ];

    private static readonly Dictionary<string, double> Shares = Bands
        .SelectMany(b => b.Words.Split(' ').Select(w => (Stem: FrenchStems.Of(w), b.Share)))
        .DistinctBy(w => w.Stem, StringComparer.Ordinal)
        .ToDictionary(w => w.Stem, w => w.Share, StringComparer.Ordinal);

    /// <summary>In which share of the articles a stem stands; 0 where it is rare.</summary>
    public static double ShareOf(string stem) => Shares.GetValueOrDefault(stem);
}
